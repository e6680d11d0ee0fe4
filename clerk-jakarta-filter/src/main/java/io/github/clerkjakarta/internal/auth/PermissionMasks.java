package io.github.clerkjakarta.internal.auth;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a version 2 session token. {@code per} lists names of permissions; {@code fpm}
 * has a number for each feature of the organization, whose lowest bit stands for the first name.
 * Kept as the token spells them, and taken apart when somebody asks.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
final class PermissionMasks implements Permissions {

  private final ScopedSlugs features;
  private final String names;
  private final String masks;

  private PermissionMasks(ScopedSlugs features, String names, String masks) {
    this.features = features;
    this.names = names;
    this.masks = masks;
  }

  /**
   * The permissions, by feature and then by name. A mask that isn't a whole number grants nothing.
   * Null when {@code per} and {@code fpm} can't be read at all.
   */
  static @Nullable Permissions read(
      ScopedSlugs features, @Nullable Object per, @Nullable Object fpm) {
    if (ClaimText.isNothing(per) || ClaimText.isNothing(fpm)) {
      return NONE;
    }
    return per instanceof String names && fpm instanceof String masks
        ? new PermissionMasks(features, names, masks)
        : null;
  }

  @Override
  public List<String> all() {
    return byFeature().stream()
        .flatMap(feature -> feature.granted().stream().map(feature.prefix()::concat))
        .toList();
  }

  @Override
  public boolean contains(String permission) {
    return byFeature().stream()
        .anyMatch(
            feature ->
                permission.startsWith(feature.prefix())
                    && feature.granted().contains(permission.substring(feature.prefix().length())));
  }

  private List<OfFeature> byFeature() {
    List<String> slugs = features.ofOrganization();
    List<String> named = ClaimText.parts(names);
    List<String> masked = ClaimText.parts(masks);
    List<OfFeature> permissions = new ArrayList<>();
    for (int f = 0; f < slugs.size() && f < masked.size(); f++) {
      permissions.add(
          new OfFeature("org:" + slugs.get(f) + ":", granted(named, mask(masked.get(f)))));
    }
    return permissions;
  }

  private static List<String> granted(List<String> names, BigInteger mask) {
    List<String> granted = new ArrayList<>();
    for (int n = 0; n < names.size(); n++) {
      if (mask.testBit(n)) {
        granted.add(names.get(n));
      }
    }
    return granted;
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

  /** The names that a feature's permissions begin with and end in. */
  private record OfFeature(String prefix, List<String> granted) {}
}
