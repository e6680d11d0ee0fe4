package io.github.clerkjakarta.testkit;

/**
 * A user of the instance.
 *
 * @param id the user id, {@code user_…}, which becomes the {@code sub} claim
 * @param firstName the first name
 * @param emailAddress the e-mail address to sign in with
 * @param password the password to sign in with
 */
public record Person(String id, String firstName, String emailAddress, String password) {

  /**
   * Ada: {@code org:admin} of {@linkplain Organization#ACME Acme}, where she may create and read
   * invoices, and {@code org:member} of {@linkplain Organization#GLOBEX Globex}.
   */
  public static final Person ADA =
      new Person("user_ada", "Ada", "ada@example.com", "correct-horse-ada");

  /**
   * Ben: {@code org:member} of {@linkplain Organization#ACME Acme}, where he may read invoices but
   * not create them.
   */
  public static final Person BEN =
      new Person("user_ben", "Ben", "ben@example.com", "correct-horse-ben");

  /** Names the person without the password. */
  @Override
  public String toString() {
    return firstName + " (" + id + ")";
  }
}
