package io.github.clerkjakarta.security.server.claims;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST part, by MicroProfile JWT. */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("rest")
public class Api extends Application {}
