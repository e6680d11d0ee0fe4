package io.github.clerkjakarta.security.server.wrong;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.clerkjakarta.security.Protect;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;

/** Says for others what counts on them alone. */
@Protect(role = "org:admin")
@Stereotype
@Retention(RUNTIME)
public @interface WrongStereotype {}
