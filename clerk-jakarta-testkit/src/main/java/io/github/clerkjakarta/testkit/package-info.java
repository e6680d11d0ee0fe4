/**
 * LocalClerk, a stand-in for Clerk's Frontend API and Backend API: sign people in, mint tokens and
 * make Clerk fail, without an account and without a network.
 */
@NullMarked
package io.github.clerkjakarta.testkit;

import org.jspecify.annotations.NullMarked;
