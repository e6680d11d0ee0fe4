package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.RequestState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this project answered: a state, or an exception.
 *
 * @param state the state, unless something was thrown
 * @param thrown what was thrown
 * @param backendCalls the calls of the Backend API
 */
record Outcome(
    Optional<RequestState> state,
    Optional<RuntimeException> thrown,
    List<Map<String, @Nullable Object>> backendCalls) {}
