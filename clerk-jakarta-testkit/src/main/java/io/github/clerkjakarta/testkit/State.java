package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Account;
import io.github.clerkjakarta.testkit.internal.directory.Directory;
import io.github.clerkjakarta.testkit.internal.keys.RandomIds;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the instance remembers between requests. Safe for use by several threads. */
final class State {

  private final Directory directory;
  private final boolean oneSession;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Client> clientsByDevBrowser = new ConcurrentHashMap<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, List<String>> handshakes = new ConcurrentHashMap<>();
  private final Map<String, MachineToken> machineTokens = new ConcurrentHashMap<>();
  private final Map<String, SignInToken> signInTokens = new ConcurrentHashMap<>();
  private final Map<String, Map<String, ?>> jwtTemplates = new ConcurrentHashMap<>();

  /** In single-session mode a sign-in takes the place of the one before in the same browser. */
  State(Directory directory, boolean oneSession) {
    this.directory = directory;
    this.oneSession = oneSession;
  }

  Directory directory() {
    return directory;
  }

  boolean oneSession() {
    return oneSession;
  }

  Client newClient() {
    Client client = new Client();
    clients.put(client.id(), client);
    clientsByDevBrowser.put(client.devBrowser(), client);
    return client;
  }

  Optional<Client> client(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  Optional<Client> clientOfDevBrowser(String devBrowser) {
    return Optional.ofNullable(clientsByDevBrowser.get(devBrowser));
  }

  Session signIn(Person person, Client client, SessionTokens tokens) {
    Session session = new Session(person, client, tokens, directory);
    sessions.put(session.id(), session);
    client.signIn(session, oneSession, session.createdAt());
    directory.changes().session("session.created", session);
    return session;
  }

  /** Every session since the start, the latest first. */
  List<Session> sessions() {
    return sessions.values().stream()
        .sorted(Comparator.comparing(Session::createdAt).reversed())
        .toList();
  }

  Optional<Session> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** Keeps the directives of a handshake until the nonce returned here is exchanged. */
  String newNonce(List<String> directives) {
    String nonce = RandomIds.withPrefix("nonce_");
    handshakes.put(nonce, List.copyOf(directives));
    return nonce;
  }

  /** Exchanges a nonce, once. */
  Optional<List<String>> takeHandshake(String nonce) {
    return Optional.ofNullable(handshakes.remove(nonce));
  }

  /** Makes a token known to those who verify it. */
  <T extends MachineToken> T keep(T token) {
    machineTokens.put(token.token(), token);
    return token;
  }

  Optional<MachineToken> machineToken(String token) {
    return Optional.ofNullable(machineTokens.get(token));
  }

  /** The API keys of a person or an organization, the latest first. */
  List<ApiKey> apiKeys(String subject) {
    return machineTokens.values().stream()
        .filter(ApiKey.class::isInstance)
        .map(ApiKey.class::cast)
        .filter(key -> key.subject().equals(subject))
        .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
        .toList();
  }

  Optional<ApiKey> apiKey(String id) {
    return machineTokens.values().stream()
        .filter(ApiKey.class::isInstance)
        .map(ApiKey.class::cast)
        .filter(key -> key.id().equals(id))
        .findFirst();
  }

  void keep(SignInToken token) {
    signInTokens.put(token.id(), token);
  }

  Optional<SignInToken> signInToken(String id) {
    return Optional.ofNullable(signInTokens.get(id));
  }

  /** Exchanges a sign-in token that is in time for its user, once. */
  synchronized Optional<Account> takeSignInToken(String ticket, long now) {
    Optional<SignInToken> known =
        signInTokens.values().stream()
            .filter(each -> each.token().equals(ticket))
            .filter(each -> each.status() == SignInToken.Status.PENDING && now < each.expiresAt())
            .findFirst();
    known.ifPresent(each -> keep(each.with(SignInToken.Status.ACCEPTED)));
    return known.flatMap(each -> directory.account(each.userId()));
  }

  void keepJwtTemplate(String name, Map<String, ?> claims) {
    jwtTemplates.put(name, claims);
  }

  /** The claims that a template adds. */
  Optional<Map<String, ?>> jwtTemplate(String name) {
    return Optional.ofNullable(jwtTemplates.get(name));
  }

  void clear() {
    clients.clear();
    clientsByDevBrowser.clear();
    sessions.clear();
    handshakes.clear();
    machineTokens.clear();
    signInTokens.clear();
    jwtTemplates.clear();
    directory.reset();
  }
}
