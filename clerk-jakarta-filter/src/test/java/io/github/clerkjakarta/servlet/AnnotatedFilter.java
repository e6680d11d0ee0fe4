package io.github.clerkjakarta.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;

/** The filter by annotation, as an application would have it. */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {
      DispatcherType.REQUEST,
      DispatcherType.FORWARD,
      DispatcherType.INCLUDE,
      DispatcherType.ASYNC,
      DispatcherType.ERROR
    },
    initParams = {
      @WebInitParam(name = "clerk.publishableKey", value = ScriptedAuthenticator.DEVELOPMENT),
      @WebInitParam(name = "clerk.secretKey", value = DeploymentTest.SECRET_KEY)
    })
public class AnnotatedFilter extends ClerkFilter {}
