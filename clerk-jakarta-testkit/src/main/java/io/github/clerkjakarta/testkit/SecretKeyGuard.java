package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.util.Optional;
import java.util.function.Function;

/** Lets calls of the Backend API through that carry the secret key. */
record SecretKeyGuard(Instance instance) {

  boolean authorized(Call call) {
    Optional<String> authorization = call.authorization();
    return authorization.equals(Optional.of("Bearer " + instance.secretKey()))
        || (call.path().endsWith("/m2m_tokens/verify")
            && authorization.equals(Optional.of("Bearer " + instance.machineSecretKey())));
  }

  /** Answers only a call that carries the key. */
  Routes.Answer guarded(Routes.Answer answer) {
    return (call, ids) -> authorized(call) ? answer.to(call, ids) : unauthorized(call);
  }

  /** Answers only a call that carries the key. */
  Routes.Answer guarded(Function<Call, Reply> answer) {
    return guarded((call, ids) -> answer.apply(call));
  }

  private static Reply unauthorized(Call call) {
    return call.authorization().filter(header -> header.startsWith("Bearer ")).isPresent()
        ? Reply.error(401, "clerk_key_invalid", "The provided Clerk Secret Key is invalid")
        : Reply.error(
            401, "authorization_header_format_invalid", "Invalid Authorization header format");
  }
}
