package io.github.clerkjakarta.security.example.mechanisms;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ClerkAuthenticationMechanismDefinition
@FormAuthenticationMechanismDefinition(
    loginToContinue = @LoginToContinue(loginPage = "/staff/login", errorPage = "/staff/login"))
@BasicAuthenticationMechanismDefinition(realmName = "reports")
@ApplicationScoped
@ApplicationPath("/api")
public class Api extends Application {}
