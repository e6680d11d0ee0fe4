package io.github.clerkjakarta.internal.backend;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Servers with certificates that one test CA signed: {@code good} for 127.0.0.1, {@code wronghost}
 * for another name, {@code expired} for 127.0.0.1 long ago. They protect nothing.
 */
final class TlsServers {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private TlsServers() {}

  static ScriptedServer with(String certificate, ScriptedServer.Script script) throws Exception {
    KeyStore all = keyStore();
    KeyStore one = empty();
    one.setKeyEntry(
        certificate,
        all.getKey(certificate, PASSWORD),
        PASSWORD,
        all.getCertificateChain(certificate));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(one, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return ScriptedServer.on(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
        "https",
        script);
  }

  /** What a JVM that trusts the test CA would have as its default. */
  static SSLContext trustingTheCa() throws Exception {
    KeyStore ca = empty();
    ca.setCertificateEntry("ca", keyStore().getCertificate("ca"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(ca);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static KeyStore keyStore() throws IOException, GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream in = TlsServers.class.getResourceAsStream("tls.p12")) {
      keyStore.load(in, PASSWORD);
    }
    return keyStore;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    keyStore.load(null, null);
    return keyStore;
  }
}
