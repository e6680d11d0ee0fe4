package io.github.clerkjakarta.internal.csp;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response that carries a policy and keeps it: through {@code reset()}, and where the application
 * sets one of its own.
 */
public final class GuardedResponse extends HttpServletResponseWrapper {

  private final HttpServletResponse response;
  private final ResponsePolicy policy;

  private GuardedResponse(HttpServletResponse response, ResponsePolicy policy) {
    super(response);
    this.response = response;
    this.policy = policy;
  }

  /**
   * The response with the policy of an instance; itself where it carries that already, or is only
   * included in one.
   */
  public static HttpServletResponse of(
      InstancePolicy policy, HttpServletRequest request, HttpServletResponse response) {
    if (request.getDispatcherType() == DispatcherType.INCLUDE) {
      return response;
    }
    ResponsePolicy ours = ResponsePolicy.of(policy, request);
    ServletResponse at = response;
    while (at instanceof ServletResponseWrapper wrapper) {
      if (wrapper instanceof GuardedResponse known && known.policy == ours) {
        return response;
      }
      at = wrapper.getResponse();
    }
    ours.putOn(response);
    return new GuardedResponse(response, ours);
  }

  @Override
  public void reset() {
    super.reset();
    policy.say(List.of(), response);
    policy.reportFrom(response);
  }

  @Override
  public void setHeader(@Nullable String name, @Nullable String value) {
    if (name != null && policy.isIn(name)) {
      policy.say(value == null ? List.of() : List.of(value), response);
      return;
    }
    super.setHeader(name, value);
    if (name != null && policy.isReportedIn(name)) {
      policy.reportFrom(response);
    }
  }

  @Override
  public void addHeader(@Nullable String name, @Nullable String value) {
    if (name == null || value == null || !policy.isIn(name)) {
      super.addHeader(name, value);
    } else {
      policy.sayBesides(value, response);
    }
  }
}
