package io.github.clerkjakarta.internal.token;

import java.math.BigInteger;

/**
 * RSA keys whose private half can be worked out from the public one, because a faulty library made
 * both primes powers of 65537 modulo a product of small primes (CVE-2017-15361, "ROCA").
 */
final class RocaKeys {

  private static final int GENERATOR = 65537;

  /** The small primes of which 65537 doesn't generate every residue. */
  private static final int[] PRIMES = {
    11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157
  };

  private RocaKeys() {}

  /** Whether this modulus is of that form; one in 200 million others is, by chance. */
  static boolean include(BigInteger modulus) {
    for (int prime : PRIMES) {
      if (!isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPower(int residue, int prime) {
    int power = 1;
    do {
      if (power == residue) {
        return true;
      }
      power = power * (GENERATOR % prime) % prime;
    } while (power != 1);
    return false;
  }
}
