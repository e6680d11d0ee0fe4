package io.github.clerkjakarta.security.server.configured;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.Dependent;

/** Every attribute is an expression. */
@Dependent
@ClerkAuthenticationMechanismDefinition(
    publishableKey = "#{keys.publishable}",
    secretKey = "${keys.secret}",
    jwtKey = "#{keys.pem}",
    signInUrl = "#{keys.pages}/sign-in",
    signUpUrl = "${keys.pages}/sign-up",
    publicUrl = "#{keys.parties[0]}",
    authorizedParties = "#{keys.parties}",
    rules = "#{keys.rules}",
    callerNameClaim = "#{'email'}",
    groupClaims = {"#{keys.claims}", "te${'am'}"},
    roles = {"#{keys.roles}", "IN_CODE=org:#{'admin'}"},
    settings = {"clerk.apiUrl=#{keys.api}", "clerk.denyAs=${keys.refusal}"})
public class Invoices {}
