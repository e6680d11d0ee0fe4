package io.github.clerkjakarta.benchmarks;

/** A request and the response to it, as a container hands them to the first filter. */
record Exchange(ReceivedRequest request, EmptyResponse response) {}
