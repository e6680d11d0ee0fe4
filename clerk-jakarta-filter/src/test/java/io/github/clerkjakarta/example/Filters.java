package io.github.clerkjakarta.example;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.servlet.ClerkFilter;
import io.github.clerkjakarta.servlet.access.AccessRules;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebFilter;
import java.time.Duration;
import java.util.EnumSet;

/** The code of docs/filter.md. */
final class Filters {

  private Filters() {}

  @WebFilter(urlPatterns = "/*", asyncSupported = true)
  public static class ShopFilter extends ClerkFilter {

    /** For the container. */
    public ShopFilter() {
      super(
          ClerkOptions.builder().clockSkew(Duration.ofSeconds(2)).build(),
          AccessRules.builder()
              .open("/", "/public/**")
              .signedIn("/account/**")
              .require("/invoices/**", Requirement.permission("org:invoices:create"))
              .build());
    }
  }

  static final class Shop implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      ServletContext context = event.getServletContext();
      ClerkOptions options = ClerkOptions.builder().publicUrl("https://shop.example").build();
      FilterRegistration.Dynamic clerk = context.addFilter("clerk", ClerkFilter.with(options));
      clerk.setAsyncSupported(true);
      clerk.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
  }
}
