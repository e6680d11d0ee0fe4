package io.github.clerkjakarta.servlet;

import jakarta.servlet.annotation.WebFilter;

/** The filter by annotation, with the settings of its application. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SubclassFilter extends ClerkFilter {}
