package io.github.clerkjakarta.testkit;

/** An e-mail address of a person; only a verified one signs anyone in. */
record EmailAddress(String id, String address, boolean verified) {}
