package io.github.clerkjakarta.security.server.wrong;

import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** The same as a listener. */
@WebListener
public class WrongHeirListener extends WrongAncestor implements ServletRequestListener {}
