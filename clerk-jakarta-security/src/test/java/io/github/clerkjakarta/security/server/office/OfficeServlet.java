package io.github.clerkjakarta.security.server.office;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import com.clerk.backend_api.models.operations.UpdateUserMetadataRequestBody;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists users, and sets the plan of one. */
@WebServlet("/office")
public class OfficeServlet extends HttpServlet {

  @Inject private Clerk clerk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<User> users =
        clerk.users().list(GetUserListRequest.builder().build()).userList().orElseThrow();
    response
        .getWriter()
        .print(users.stream().map(User::id).sorted().collect(Collectors.joining(" ")));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UpdateUserMetadataRequestBody metadata =
        UpdateUserMetadataRequestBody.builder().publicMetadata(Map.of("plan", "pro")).build();
    User user =
        clerk
            .users()
            .updateMetadata()
            .userId("user_ada")
            .requestBody(metadata)
            .call()
            .user()
            .orElseThrow();
    response.getWriter().print(user.publicMetadata());
  }
}
