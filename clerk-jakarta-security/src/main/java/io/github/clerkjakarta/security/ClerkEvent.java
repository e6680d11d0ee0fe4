package io.github.clerkjakarta.security;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Which of Clerk's webhooks an observer hears of. They are received at the path of {@code
 * clerk.webhooks.path}; an observer without this hears of all.
 *
 * <pre>{@code
 * void onUser(@Observes @ClerkEvent("user.created") WebhookEvent event) { … }
 * }</pre>
 *
 * <p>{@code @Observes} runs before Clerk gets its answer: an exception is a 500, and Clerk delivers
 * the message again, to all observers. {@code @ObservesAsync} runs once all those have returned, in
 * another thread, and Clerk has its 204 whatever becomes of it: an exception is logged, the message
 * is not delivered again, and a server that stops meanwhile loses it.
 */
@Documented
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER})
public @interface ClerkEvent {

  /** The type of the event, such as {@code user.created}. */
  String value();

  /** The annotation as a value. */
  final class Literal extends AnnotationLiteral<ClerkEvent> implements ClerkEvent {

    private static final long serialVersionUID = 1L;

    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /** The annotation with this type of event. */
    public static Literal of(String type) {
      return new Literal(type);
    }

    @Override
    public String value() {
      return value;
    }
  }
}
