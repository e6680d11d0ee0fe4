package io.github.clerkjakarta.security.server.claims;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST part. */
@ApplicationPath("rest")
public class Api extends Application {}
