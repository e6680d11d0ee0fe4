package io.github.clerkjakarta.internal.auth;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a version 2 session token. {@code per} lists names of permissions; {@code fpm}
 * has a number for each feature of the organization, whose lowest bit stands for the first name.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
final class PermissionMasks {

  private PermissionMasks() {}

  /**
   * The permissions as {@code org:feature:name}, by feature and then by name. A mask that isn't a
   * whole number grants nothing. Empty when {@code per} and {@code fpm} can't be read at all.
   */
  static Optional<List<String>> permissions(
      List<String> features, @Nullable Object per, @Nullable Object fpm) {
    if (isAbsent(per) || isAbsent(fpm)) {
      return Optional.of(List.of());
    }
    return per instanceof String names && fpm instanceof String masks
        ? Optional.of(permissions(features, Claim.parts(names), Claim.parts(masks)))
        : Optional.empty();
  }

  private static List<String> permissions(
      List<String> features, List<String> names, List<String> masks) {
    List<String> permissions = new ArrayList<>();
    for (int f = 0; f < features.size() && f < masks.size(); f++) {
      BigInteger mask = mask(masks.get(f));
      for (int n = 0; n < names.size(); n++) {
        if (mask.testBit(n)) {
          permissions.add("org:" + features.get(f) + ":" + names.get(n));
        }
      }
    }
    return permissions;
  }

  private static BigInteger mask(String digits) {
    return isWholeNumber(digits) ? new BigInteger(digits) : BigInteger.ZERO;
  }

  private static boolean isWholeNumber(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return !digits.isEmpty();
  }

  private static boolean isAbsent(@Nullable Object claim) {
    return claim == null || claim.equals("");
  }
}
