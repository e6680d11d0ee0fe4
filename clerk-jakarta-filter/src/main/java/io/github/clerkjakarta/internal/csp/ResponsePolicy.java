package io.github.clerkjakarta.internal.csp;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy of the response to one request, kept as the request's attribute: whatever dispatch
 * brings the request along, its nonce is the same, and what the application has said of it stays.
 */
public final class ResponsePolicy {

  private static final String ATTRIBUTE = ResponsePolicy.class.getName();

  /** The name of the attribute that has the nonce, for whatever reads request attributes. */
  private static final String NONCE = "io.github.clerkjakarta.nonce";

  private static final String REPORTING = "Reporting-Endpoints";

  private final InstancePolicy policy;
  private final Nonce nonce;
  private List<String> own = List.of();
  private String written = "";

  private ResponsePolicy(InstancePolicy policy, Nonce nonce) {
    this.policy = policy;
    this.nonce = nonce;
  }

  /** The policy of the response to a request, by that of the instance. */
  static ResponsePolicy of(InstancePolicy policy, ServletRequest request) {
    ResponsePolicy known =
        request.getAttribute(ATTRIBUTE) instanceof ResponsePolicy found ? found : null;
    if (known != null && known.policy == policy) {
      return known;
    }
    ResponsePolicy made = new ResponsePolicy(policy, known == null ? Nonce.fresh() : known.nonce);
    request.setAttribute(ATTRIBUTE, made);
    if (policy.isStrict()) {
      request.setAttribute(NONCE, made.nonce.text());
    }
    return made;
  }

  /** The nonce of the response to a request; empty where its policy has none. */
  public static Optional<String> nonce(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof ResponsePolicy known
            && known.policy.isStrict()
        ? Optional.of(known.nonce.text())
        : Optional.empty();
  }

  /** Whether this is the header that holds the policy. */
  boolean isIn(String header) {
    return header.equalsIgnoreCase(policy.header());
  }

  /** Puts it onto a response, and takes up what somebody else has said there. */
  void putOn(HttpServletResponse response) {
    List<String> there = List.copyOf(response.getHeaders(policy.header()));
    if (written.isEmpty() || !there.equals(List.of(written))) {
      List<String> said = new ArrayList<>(there.contains(written) ? own : List.of());
      there.stream().filter(value -> !value.equals(written)).forEach(said::add);
      say(said, response);
    }
    reportFrom(response);
  }

  /** The application says what the policy is, in place of what it has said before. */
  void say(List<String> values, HttpServletResponse response) {
    own = List.copyOf(values);
    written = own.isEmpty() ? policy.alone(nonce) : policy.mergedWith(own, nonce);
    response.setHeader(policy.header(), written);
  }

  /** The application says what else the policy is. */
  void sayBesides(String value, HttpServletResponse response) {
    List<String> values = new ArrayList<>(own);
    values.add(value);
    say(values, response);
  }

  /** Whether this is the header that says where reports go. */
  boolean isReportedIn(String header) {
    return header.equalsIgnoreCase(REPORTING) && policy.reportingEndpoint().isPresent();
  }

  /** Says where reports go, beside what stands there. */
  void reportFrom(HttpServletResponse response) {
    policy
        .reportingEndpoint()
        .filter(endpoint -> !response.getHeaders(REPORTING).contains(endpoint))
        .ifPresent(endpoint -> response.addHeader(REPORTING, endpoint));
  }
}
