package io.github.clerkjakarta.internal.liberty;

import jakarta.servlet.ServletContext;
import java.security.CodeSource;

/**
 * Tells a class of a WAR from one of its EAR. Open Liberty hands out another class loader for an
 * application than the one that its classes have, so that only their place can tell.
 */
public final class WarLibrary {

  private WarLibrary() {}

  /** Whether a class is of a jar in {@code WEB-INF/lib}; on other servers never. */
  public static boolean has(Class<?> type, ServletContext context) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Liberty.runs(context)
        && source != null
        && String.valueOf(source.getLocation()).contains("/WEB-INF/lib/");
  }
}
