package io.github.clerkjakarta.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The books: a plain CDI bean, which no server protects by itself. */
@ApplicationScoped
public class Ledger {

  /** For admins of the active organization. */
  @RolesAllowed("org:admin")
  public JsonObject total() {
    return Json.createObjectBuilder().add("total", "€ 1,284.50").build();
  }
}
