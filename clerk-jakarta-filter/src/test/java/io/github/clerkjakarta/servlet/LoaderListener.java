package io.github.clerkjakarta.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.ref.WeakReference;

/** Tells which class loader an application has, without keeping it. */
public final class LoaderListener implements ServletContextListener {

  static final String LOADER = "test.loader";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    System.getProperties().put(LOADER, new WeakReference<>(getClass().getClassLoader()));
  }
}
