package io.github.clerkjakarta.testkit.internal.directory;

import io.github.clerkjakarta.testkit.Session;

/** Hears of what happens to people, their sessions and memberships. */
public interface Changes {

  /** Nobody hears of it. */
  Changes UNHEARD =
      new Changes() {
        @Override
        public void user(String type, Account account) {}

        @Override
        public void session(String type, Session session) {}

        @Override
        public void membership(String type, Membership membership) {}
      };

  /** Something happened to a person; the type is Clerk's name for it, such as user.created. */
  void user(String type, Account account);

  /** Something happened to a session. */
  void session(String type, Session session);

  /** Something happened to what a person is in an organization. */
  void membership(String type, Membership membership);
}
