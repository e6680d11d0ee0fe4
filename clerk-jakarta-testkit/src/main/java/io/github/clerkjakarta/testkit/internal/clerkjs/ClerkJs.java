package io.github.clerkjakarta.testkit.internal.clerkjs;

import io.github.clerkjakarta.testkit.internal.http.Call;
import io.github.clerkjakarta.testkit.internal.http.Reply;
import io.github.clerkjakarta.testkit.internal.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's own scripts, ClerkJS and its components, where the build has brought them: in a folder or
 * on the class path, {@code clerk-js/clerk.browser.js} and {@code ui/ui.browser.js} in both.
 */
public final class ClerkJs {

  /** Where they are on the class path. */
  public static final String RESOURCES = "/META-INF/clerk-js/";

  private static final String SAFE_NAME = "[A-Za-z0-9][A-Za-z0-9_.-]*";

  private final @Nullable Path folder;

  public ClerkJs(Optional<Path> folder) {
    this.folder = folder.orElse(null);
  }

  public void addTo(Routes routes) {
    // the entry is asked for as "@1" or "@6", chunks by the whole version; there is one of each
    routes
        .add("GET /npm/@clerk/clerk-js@{version}/dist/{file}", this::clerkJs)
        .add("GET /npm/@clerk/ui@{version}/dist/{file}", this::ui);
  }

  /** Whether a page can load them. */
  public boolean present() {
    return read("clerk-js", "clerk.browser.js").isPresent()
        && read("ui", "ui.browser.js").isPresent();
  }

  private Reply clerkJs(Call call, List<String> ids) {
    return serve("clerk-js", ids.get(1));
  }

  private Reply ui(Call call, List<String> ids) {
    return serve("ui", ids.get(1));
  }

  private Reply serve(String name, String file) {
    return read(name, file)
        .map(
            script ->
                new Reply(200, "text/javascript; charset=utf-8", script, List.of())
                    .with("Cache-Control", "public, max-age=3600"))
        .orElseGet(
            () ->
                new Reply(
                    404,
                    "text/plain; charset=utf-8",
                    "LocalClerk has no " + name + "/" + file + "; see docs/developing-offline.md",
                    List.of()));
  }

  private Optional<String> read(String name, String file) {
    if (!file.matches(SAFE_NAME)) {
      return Optional.empty();
    }
    try (InputStream in = open(name, file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable InputStream open(String name, String file) throws IOException {
    if (folder == null) {
      return ClerkJs.class.getResourceAsStream(RESOURCES + name + "/" + file);
    }
    Path path = folder.resolve(name).resolve(file);
    return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
  }
}
