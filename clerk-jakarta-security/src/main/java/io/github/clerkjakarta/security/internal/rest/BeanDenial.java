package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.AccessDeniedException;

/** Answers when a bean has refused by an annotation that we judge. */
public final class BeanDenial extends DenialMapper<AccessDeniedException> {

  /** For the server. */
  public BeanDenial() {}
}
