package io.github.clerkjakarta.security.server.unattended;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the beans for whoever asks, and reads the diary. */
@WebServlet("/steward/*")
public class StewardServlet extends HttpServlet {

  @Inject private Steward steward;
  @Inject private Kitchen kitchen;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    response
        .getWriter()
        .print(
            switch (path) {
              case "/kitchen" -> kitchen.cook();
              case "/cook" -> steward.cook();
              case "/guarded" -> steward.guarded();
              case "/stewards" -> steward.stewards();
              default -> Diary.read(path.substring(1));
            });
  }
}
