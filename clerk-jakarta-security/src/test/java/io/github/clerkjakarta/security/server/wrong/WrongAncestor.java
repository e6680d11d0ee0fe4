package io.github.clerkjakarta.security.server.wrong;

import jakarta.annotation.security.RolesAllowed;

/** Believes that resources which extend it are for admins. */
@RolesAllowed("org:admin")
public abstract class WrongAncestor {}
