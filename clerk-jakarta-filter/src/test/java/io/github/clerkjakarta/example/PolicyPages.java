package io.github.clerkjakarta.example;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ContentSecurityPolicy;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** The code of docs/content-security-policy.md. */
final class PolicyPages {

  private PolicyPages() {}

  static String script(HttpServletRequest request) {
    String nonce = ClerkFilter.nonce(request).orElse("");
    return "<script src=\"app.js\" nonce=\"" + nonce + "\"></script>";
  }

  static ClerkOptions options() {
    return ClerkOptions.builder()
        .contentSecurityPolicy(ContentSecurityPolicy.STRICT)
        .contentSecurityPolicyDirectives(Map.of("img-src", List.of("https://cdn.example")))
        .build();
  }
}
