package io.github.clerkjakarta.security.server.cluster;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.cache.Cache;
import javax.cache.CacheManager;

/** Shows each entry of the cache that the application has in common with other nodes. */
@WebServlet("/public/entries")
public class EntriesServlet extends HttpServlet {

  @Inject private CacheManager caches;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    for (Cache.Entry<Object, Object> entry : caches.getCache("clerk-test")) {
      response.getWriter().println(entry.getKey() + " = " + entry.getValue());
    }
  }
}
