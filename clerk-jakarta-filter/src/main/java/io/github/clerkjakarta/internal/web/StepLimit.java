package io.github.clerkjakarta.internal.web;

/** A text that can be looked at only so often, which bounds a regular expression's backtracking. */
final class StepLimit implements CharSequence {

  private final CharSequence text;
  private final int[] left;

  StepLimit(String text, int stepsPerCharacter) {
    this(text, new int[] {(text.length() + 1) * stepsPerCharacter});
  }

  private StepLimit(CharSequence text, int[] left) {
    this.text = text;
    this.left = left;
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new Exceeded();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new StepLimit(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** That the limit is reached. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded() {
      super("Too many steps", null, false, false);
    }
  }
}
