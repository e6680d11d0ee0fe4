package io.github.clerkjakarta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a redirect to sign-in or sign-up takes along: the address to come back to, and what is
 * already known of the person. Immutable.
 *
 * @see Redirects
 */
public final class RedirectOptions {

  /** The browser comes back to the address of the request, and the form starts empty. */
  public static final RedirectOptions DEFAULT = builder().build();

  private final @Nullable String returnBackUrl;
  private final boolean comesBack;
  private final Map<String, String> prefill;

  private RedirectOptions(Builder builder) {
    returnBackUrl = builder.returnBackUrl;
    comesBack = builder.comesBack;
    prefill = Collections.unmodifiableMap(new LinkedHashMap<>(builder.prefill));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The address to come back to; empty for the request's own. */
  public Optional<String> returnBackUrl() {
    return Optional.ofNullable(returnBackUrl);
  }

  /** Whether the browser is to come back to an address of this redirect's. */
  public boolean comesBack() {
    return comesBack;
  }

  /** What the form starts with, by the names of Clerk's parameters, such as {@code username}. */
  public Map<String, String> prefill() {
    return prefill;
  }

  /** Collects options. Not for several threads. */
  public static final class Builder {

    private final Map<String, String> prefill = new LinkedHashMap<>();
    private @Nullable String returnBackUrl;
    private boolean comesBack = true;

    private Builder() {}

    /**
     * Where to come back to: a path that starts with one slash, or an absolute URL. It may come
     * from anywhere: an address that {@link Redirects#returnAddress} refuses is left out.
     */
    public Builder returnBackUrl(String returnBackUrl) {
      this.returnBackUrl = returnBackUrl;
      this.comesBack = true;
      return this;
    }

    /** No address to come back to: the fallback counts, or what the sign-in page decides. */
    public Builder withoutReturn() {
      this.returnBackUrl = null;
      this.comesBack = false;
      return this;
    }

    /** The email address that the form starts with. Like all of these, it stands in the URL. */
    public Builder emailAddress(String emailAddress) {
      return prefill("email_address", emailAddress);
    }

    /** The phone number that the form starts with. */
    public Builder phoneNumber(String phoneNumber) {
      return prefill("phone_number", phoneNumber);
    }

    /** The user name that the form starts with. */
    public Builder username(String username) {
      return prefill("username", username);
    }

    /** The first name that the form starts with. */
    public Builder firstName(String firstName) {
      return prefill("first_name", firstName);
    }

    /** The last name that the form starts with. */
    public Builder lastName(String lastName) {
      return prefill("last_name", lastName);
    }

    /** The options. */
    public RedirectOptions build() {
      return new RedirectOptions(this);
    }

    private Builder prefill(String parameter, String value) {
      prefill.put(parameter, value);
      return this;
    }
  }
}
