package io.github.clerkjakarta.security.internal.cdi;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On whatever has an annotation that asks something of its callers; the extension puts it there.
 */
@InterceptorBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Judged {

  /** The annotation. */
  final class Literal extends AnnotationLiteral<Judged> implements Judged {

    private static final long serialVersionUID = 1L;

    static final Judged INSTANCE = new Literal();

    private Literal() {}
  }
}
