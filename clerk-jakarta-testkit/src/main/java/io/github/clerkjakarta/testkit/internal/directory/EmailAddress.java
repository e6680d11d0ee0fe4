package io.github.clerkjakarta.testkit.internal.directory;

/** An e-mail address of a person; only a verified one signs anyone in. */
public record EmailAddress(String id, String address, boolean verified) {}
