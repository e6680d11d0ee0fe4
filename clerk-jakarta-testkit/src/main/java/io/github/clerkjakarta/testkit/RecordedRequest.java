package io.github.clerkjakarta.testkit;

import java.util.Map;

/**
 * A request that LocalClerk received.
 *
 * @param method the HTTP method
 * @param path the path, such as {@code /v1/jwks}
 * @param query the decoded query; the first value where a name repeats
 * @param authorized whether it carried the secret key that its path asks for
 */
public record RecordedRequest(
    String method, String path, Map<String, String> query, boolean authorized) {

  /** Copies the query. */
  public RecordedRequest {
    query = Map.copyOf(query);
  }

  /** Names the request and its parameters without their values, which may be tokens. */
  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : " " + query.keySet());
  }
}
