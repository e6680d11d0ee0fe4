package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.AccessDeniedException;
import jakarta.annotation.Priority;

/** Answers when a bean has refused by an annotation that we judge. */
@Priority(RestDenials.AFTER_THE_APPLICATION)
public final class BeanDenial extends DenialMapper<AccessDeniedException> {

  /** For the server. */
  public BeanDenial() {}
}
