package io.github.clerkjakarta.internal.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of all settings that an application can have. A name that is none of them is a typo,
 * and what it was to protect would be open without a word.
 */
public final class SettingNames {

  private static final String PREFIX = "clerk.";
  private static final String VARIABLE_PREFIX = "CLERK_";
  private static final String ROLES = Setting.ROLE.named("").property();

  /** What Clerk's other SDKs read, and this one doesn't; only those that begin with CLERK_. */
  private static final Set<String> OF_OTHER_SDKS =
      Set.of(
          "CLERK_CHECKOUT_CONTINUE_URL",
          "CLERK_ENCRYPTION_KEY",
          "CLERK_FAPI",
          "CLERK_JS",
          "CLERK_KEYLESS_DISABLED",
          "CLERK_PREFETCH_UI",
          "CLERK_TELEMETRY_DEBUG",
          "CLERK_TELEMETRY_DISABLED",
          "CLERK_TESTING_TOKEN",
          "CLERK_UNSAFE_DISABLE_DEVELOPMENT_MODE_CONSOLE_WARNING");

  /** The setting of an instance: the name of that, and what follows. */
  private static final Pattern OF_INSTANCE = Pattern.compile("clerk\\.([A-Za-z0-9]+)\\.(.+)");

  private final Map<String, Setting<?>> known = new LinkedHashMap<>();
  private final boolean hasInstances;

  /** The names in an application with these Clerk instances. */
  public SettingNames(Collection<String> instances) {
    hasInstances = !instances.isEmpty();
    Setting.table().stream().filter(setting -> !setting.isPattern()).forEach(this::add);
    for (String instance : instances) {
      add(Setting.HOSTS.named(instance));
      Setting.table().stream()
          .filter(setting -> setting.scope() == Scope.INSTANCE)
          .forEach(setting -> add(setting.of(instance)));
    }
  }

  private void add(Setting<?> setting) {
    known.put(setting.property(), setting);
  }

  /** A sentence for each name in a place that is no setting, or none that can be said there. */
  public List<String> faults(Place place) {
    return meantAsSettings(place)
        .filter(name -> !isOfAnotherApplication(name, place))
        .flatMap(name -> fault(name, place).stream())
        .toList();
  }

  /**
   * A sentence for each name in a place that is the setting of a Clerk instance which another
   * application may have. Where this one has an instance with a name like it, that is a fault.
   */
  public List<String> ofOtherApplications(Place place) {
    return meantAsSettings(place)
        .filter(name -> isOfAnotherApplication(name, place))
        .map(
            name ->
                name
                    + " is for a Clerk instance that this application doesn't have, and counts for"
                    + " nothing here. It is among "
                    + place.title()
                    + ", which all applications of this server share.")
        .toList();
  }

  /** A sentence for each environment variable that nobody knows. */
  public List<String> unknownVariables(Collection<String> variables) {
    Set<String> names = new TreeSet<>(OF_OTHER_SDKS);
    known.values().forEach(setting -> setting.variable().ifPresent(names::add));
    return new TreeSet<>(variables)
        .stream()
            .filter(name -> name.startsWith(VARIABLE_PREFIX) && !names.contains(name))
            .map(name -> unknown(name, names, "the environment variables"))
            .toList();
  }

  private static Stream<String> meantAsSettings(Place place) {
    return new TreeSet<>(place.names().get()).stream().filter(SettingNames::isMeantAsSetting);
  }

  private boolean isOfAnotherApplication(String name, Place place) {
    Matcher parts = OF_INSTANCE.matcher(name);
    return place.shared()
        && !known.containsKey(name)
        && parts.matches()
        && isOfEachInstance(parts.group(2))
        && Setting.table().stream()
            .noneMatch(setting -> setting.property().startsWith(PREFIX + parts.group(1) + "."))
        && !(hasInstances && nearest(name, known.keySet()).isPresent());
  }

  private boolean isOfEachInstance(String lastPart) {
    Setting<?> setting = known.get(PREFIX + lastPart);
    return Setting.HOSTS.named("").property().equals(PREFIX + "." + lastPart)
        || (setting != null && setting.scope() == Scope.INSTANCE);
  }

  private static boolean isMeantAsSetting(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        || name.startsWith(VARIABLE_PREFIX);
  }

  private Optional<String> fault(String name, Place place) {
    Setting<?> setting = isRole(name) ? Setting.ROLE : known.get(name);
    if (setting == null) {
      return Optional.of(unknown(name, known.keySet(), place.title()));
    }
    return place.scopes().contains(setting.scope())
        ? Optional.empty()
        : Optional.of(
            ShownValue.line(name)
                + " has no effect among "
                + place.title()
                + "; set it "
                + setting.scope().places()
                + ".");
  }

  private static boolean isRole(String name) {
    return name.startsWith(ROLES) && name.length() > ROLES.length();
  }

  private static String unknown(String name, Collection<String> names, String title) {
    return ShownValue.line(name)
        + " is no setting"
        + nearest(name, names).map(it -> "; did you mean " + it + "?").orElse(".")
        + " It is among "
        + title
        + ".";
  }

  /** The name that was meant, if one is near. */
  private static Optional<String> nearest(String name, Collection<String> names) {
    String typed = letters(name);
    int most = Math.max(2, typed.length() / 4);
    return names.stream()
        .map(known -> Map.entry(known, distance(typed, known)))
        .filter(entry -> entry.getValue() <= most)
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** How far a text is from a name, or from its last part alone: {@code clerk.groupClaims}. */
  private static int distance(String typed, String name) {
    String lastPart = name.substring(name.lastIndexOf('.') + 1);
    return Math.min(edits(typed, letters(name)), edits(typed, lastPart.toLowerCase(Locale.ROOT)));
  }

  /** The letters and digits behind the prefix, by which spellings are compared. */
  private static String letters(String name) {
    return name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** How many letters have to be put in, taken out or replaced (Levenshtein). */
  private static int edits(String one, String two) {
    int[] before = new int[two.length() + 1];
    for (int j = 0; j <= two.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] here = new int[two.length() + 1];
      here[0] = i;
      for (int j = 1; j <= two.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(replaced, 1 + Math.min(before[j], here[j - 1]));
      }
      before = here;
    }
    return before[two.length()];
  }
}
