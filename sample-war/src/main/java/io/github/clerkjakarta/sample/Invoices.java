package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The invoices, kept in memory: an EJB, whose methods the server protects. */
@Singleton
public class Invoices {

  private final List<JsonObject> created = new ArrayList<>();
  private int lastNumber;

  /** A new invoice, by the user with this id. */
  @RolesAllowed("org:invoices:create")
  public JsonObject create(String userId) {
    JsonObject invoice =
        Json.createObjectBuilder()
            .add("number", "2026-%03d".formatted(++lastNumber))
            .add("createdBy", userId)
            .build();
    created.add(invoice);
    return invoice;
  }

  /**
   * Deletes an invoice, for those who have just proved who they are.
   *
   * @return whether there was one of this number
   */
  @RolesAllowed("org:invoices:create")
  @Protect(reverification = Protect.Preset.STRICT)
  public boolean delete(String number) {
    return created.removeIf(invoice -> invoice.getString("number").equals(number));
  }

  /** The numbers of all, for those who are signed in: web.xml says so. */
  @PermitAll
  public List<String> numbers() {
    return created.stream().map(invoice -> invoice.getString("number")).toList();
  }

  /** The invoices that were created since the application started. */
  @RolesAllowed("org:invoices:read")
  public JsonArray all() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    created.forEach(all::add);
    return all.build();
  }
}
