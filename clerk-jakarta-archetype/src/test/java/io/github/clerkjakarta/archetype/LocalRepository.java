package io.github.clerkjakarta.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository of Maven: that of this machine by symbolic links, and in it the modules of
 * this build in place of whatever the machine has of them. So nothing has to be installed for the
 * tests, and nothing that they install stays.
 */
final class LocalRepository {

  private static final List<String> GROUP = List.of("io", "github", "clerk-jakarta");

  private final Path root;
  private final String version;

  private LocalRepository(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  /** A new one, in an empty folder. */
  static LocalRepository of(Path machine, Path root, String version) throws IOException {
    link(machine, root, GROUP);
    return new LocalRepository(root, version);
  }

  Path root() {
    return root;
  }

  /** Adds what the build of a module has made, under its own name and these classifiers. */
  LocalRepository with(String module, Path folder, String... classifiers) throws IOException {
    String name = module + "-" + version;
    Path target = root;
    for (String each : GROUP) {
      target = target.resolve(each);
    }
    target = Files.createDirectories(target.resolve(module).resolve(version));
    Path reduced = folder.resolve("dependency-reduced-pom.xml");
    Path pom = Files.exists(reduced) ? reduced : folder.resolve("pom.xml");
    Files.copy(pom, target.resolve(name + ".pom"));
    for (String classifier : classifiers) {
      String jar = name + classifier + ".jar";
      Files.copy(folder.resolve("target").resolve(jar), target.resolve(jar));
    }
    return this;
  }

  /** Links all that is there, but not the folders on the way to a group, nor the group itself. */
  private static void link(Path from, Path to, List<String> group) throws IOException {
    Files.createDirectories(to);
    if (group.isEmpty() || !Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.toList()) {
        if (!child.getFileName().toString().equals(group.get(0))) {
          Files.createSymbolicLink(to.resolve(child.getFileName()), child.toAbsolutePath());
        }
      }
    }
    link(from.resolve(group.get(0)), to.resolve(group.get(0)), group.subList(1, group.size()));
  }
}
