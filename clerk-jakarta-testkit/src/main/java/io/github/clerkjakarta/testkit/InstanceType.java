package io.github.clerkjakarta.testkit;

/**
 * The two kinds of Clerk instance, which differ in how a browser's sign-in reaches the application.
 *
 * @see <a href="https://clerk.com/docs/guides/development/managing-environments">Clerk's
 *     environments</a>
 */
public enum InstanceType {
  /** {@code pk_test_}: a development browser token in the query links the application to Clerk. */
  DEVELOPMENT,

  /** {@code pk_live_}: cookies shared by the application and the Frontend API do it. */
  PRODUCTION
}
