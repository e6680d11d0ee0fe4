package io.github.clerkjakarta.security.server.mapping;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST part. */
@ApplicationPath("rest")
public class Rest extends Application {}
