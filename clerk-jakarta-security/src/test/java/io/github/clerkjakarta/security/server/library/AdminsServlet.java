package io.github.clerkjakarta.security.server.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServlet;

/** What every servlet that extends it is for. */
@RolesAllowed("org:admin")
public abstract class AdminsServlet extends HttpServlet {}
