package io.github.clerkjakarta.security.server.jwtlogin;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** With both annotations. */
@ClerkAuthenticationMechanismDefinition
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("rest")
public class DefiningApi extends Application {}
