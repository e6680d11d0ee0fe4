package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Json;
import io.github.clerkjakarta.testkit.internal.http.ListJson;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Frontend API about what can be bought: a free and a paid plan, for people and for
 * organizations, all of whom have the free one. Nobody can buy the other, for Stripe isn't here.
 *
 * @see <a href="https://clerk.com/docs/guides/billing/overview">Billing</a>
 */
final class BillingApi {

  private static final String OF_ORGANIZATION = "/v1/organizations/{id}/billing";
  private static final String OF_USER = "/v1/me/billing";

  private final Browsers browsers;
  private final Directory directory;

  BillingApi(Browsers browsers, State state) {
    this.browsers = browsers;
    this.directory = state.directory();
  }

  void addTo(Routes routes) {
    routes
        .add("GET /v1/billing/plans", this::plans)
        .add("GET " + OF_USER + "/subscription", call -> subscription(call, "user"))
        .add("GET " + OF_USER + "/(?:payment_methods|statements)", this::nothing)
        .add(
            "GET " + OF_ORGANIZATION + "/subscription",
            (call, ids) -> ofMember(call, ids.get(0), () -> subscription(call, "org")))
        .add(
            "GET " + OF_ORGANIZATION + "/(?:payment_methods|statements)",
            (call, ids) -> ofMember(call, ids.get(0), () -> nothing(call)));
  }

  private Reply plans(Call call) {
    String payer = call.query().getOrDefault("payer_type", "user");
    return Reply.json(ListJson.page(call, List.of(free(payer), paid(payer)), plan -> plan));
  }

  private Reply subscription(Call call, String payer) {
    return browsers.signedIn(
        call,
        (client, session) -> {
          long since = Account.AT_THE_START;
          String id = "sub_" + session.person().id();
          return browsers.answer(
              Json.members(
                  "object",
                  "commerce_subscription",
                  "id",
                  id,
                  "status",
                  "active",
                  "active_at",
                  since,
                  "created_at",
                  since,
                  "updated_at",
                  since,
                  "past_due_at",
                  null,
                  "next_payment",
                  null,
                  "eligible_for_free_trial",
                  false,
                  "subscription_items",
                  List.of(item(id, payer, since))));
        });
  }

  private static Map<String, @Nullable Object> item(String id, String payer, long since) {
    return Json.members(
        "object",
        "commerce_subscription_item",
        "id",
        id + "_item",
        "plan",
        free(payer),
        "plan_period",
        "month",
        "price_id",
        "price_free",
        "status",
        "active",
        "created_at",
        since,
        "period_start",
        since,
        "period_end",
        null,
        "canceled_at",
        null,
        "past_due_at",
        null,
        "is_free_trial",
        false);
  }

  private static Map<String, @Nullable Object> free(String payer) {
    return plan("free", "Free", payer, 0);
  }

  private static Map<String, @Nullable Object> paid(String payer) {
    return plan("pro", "Pro", payer, 1900);
  }

  /** A plan that costs this many cents a month. */
  private static Map<String, @Nullable Object> plan(
      String slug, String name, String payer, int cents) {
    boolean free = cents == 0;
    return Json.members(
        "object",
        "commerce_plan",
        "id",
        "cplan_" + slug + "_" + payer,
        "slug",
        slug + "_" + payer,
        "name",
        name,
        "description",
        free ? "What everybody has" : "Nobody can buy it here",
        "is_default",
        free,
        "is_recurring",
        true,
        "has_base_fee",
        !free,
        "for_payer_type",
        payer,
        "publicly_visible",
        true,
        "avatar_url",
        null,
        "fee",
        money(cents),
        "annual_fee",
        null,
        "annual_monthly_fee",
        null,
        "free_trial_days",
        null,
        "free_trial_enabled",
        false,
        "features",
        List.of());
  }

  private static Map<String, @Nullable Object> money(int cents) {
    return Json.members(
        "amount",
        cents,
        "amount_formatted",
        "%d.%02d".formatted(cents / 100, cents % 100),
        "currency",
        "USD",
        "currency_symbol",
        "$");
  }

  private Reply ofMember(Call call, String organizationId, Supplier<Reply> answer) {
    return browsers.signedIn(
        call,
        (client, session) ->
            directory.membership(session.person().id(), organizationId).isPresent()
                ? answer.get()
                : Reply.notFound());
  }

  private Reply nothing(Call call) {
    return browsers.signedIn(
        call,
        (client, session) -> browsers.answer(Json.members("data", List.of(), "total_count", 0)));
  }
}
