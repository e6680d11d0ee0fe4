package io.github.clerkjakarta;

/**
 * How long ago a person proved each factor (claim {@code fva}).
 *
 * @param firstFactor minutes since the first factor was proved, or -1 when none is enrolled
 * @param secondFactor minutes since the second factor was proved, or -1 when none is enrolled
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
public record FactorVerificationAge(double firstFactor, double secondFactor) {}
