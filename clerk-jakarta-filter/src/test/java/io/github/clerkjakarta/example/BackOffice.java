package io.github.clerkjakarta.example;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.Invitation;
import com.clerk.backend_api.models.components.Organization;
import com.clerk.backend_api.models.components.OrganizationMembership;
import com.clerk.backend_api.models.components.SignInToken;
import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.models.operations.CreateInvitationRequestBody;
import com.clerk.backend_api.models.operations.CreateOrganizationMembershipRequestBody;
import com.clerk.backend_api.models.operations.CreateOrganizationRequestBody;
import com.clerk.backend_api.models.operations.CreateSignInTokenRequestBody;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import com.clerk.backend_api.models.operations.UpdateUserMetadataRequestBody;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.sdk.ClerkSdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everyday operations of docs/backend-api.md. */
public final class BackOffice {

  private final Clerk clerk;

  public BackOffice(Clerk clerk) {
    this.clerk = clerk;
  }

  public static long countUsers() {
    try (ClerkSdk sdk = ClerkSdk.create(ClerkOptions.fromEnvironment())) {
      return new BackOffice(sdk.clerk()).allUsers().size();
    }
  }

  public Optional<User> findUser(String emailAddress) {
    GetUserListRequest request =
        GetUserListRequest.builder().emailAddress(List.of(emailAddress)).build();
    return clerk.users().list(request).userList().orElseThrow().stream().findFirst();
  }

  public List<User> allUsers() {
    List<User> users = new ArrayList<>();
    List<User> page;
    do {
      GetUserListRequest request =
          GetUserListRequest.builder()
              .orderBy("+created_at")
              .offset(users.size())
              .limit(500)
              .build();
      page = clerk.users().list(request).userList().orElseThrow();
      users.addAll(page);
    } while (!page.isEmpty());
    return users;
  }

  public Invitation invite(String emailAddress) {
    return clerk
        .invitations()
        .create()
        .request(CreateInvitationRequestBody.builder().emailAddress(emailAddress).build())
        .call()
        .invitation()
        .orElseThrow();
  }

  public Organization createOrganization(String name, String creatorId) {
    return clerk
        .organizations()
        .create()
        .request(CreateOrganizationRequestBody.builder().name(name).createdBy(creatorId).build())
        .call()
        .organization()
        .orElseThrow();
  }

  public OrganizationMembership addMember(String organizationId, String userId) {
    CreateOrganizationMembershipRequestBody member =
        CreateOrganizationMembershipRequestBody.builder().userId(userId).role("org:member").build();
    return clerk
        .organizationMemberships()
        .create(organizationId, member)
        .organizationMembership()
        .orElseThrow();
  }

  public User setPlan(String userId, String plan) {
    return clerk
        .users()
        .updateMetadata()
        .userId(userId)
        .requestBody(
            UpdateUserMetadataRequestBody.builder().publicMetadata(Map.of("plan", plan)).build())
        .call()
        .user()
        .orElseThrow();
  }

  public void ban(String userId) {
    clerk.users().ban(userId);
  }

  public void unban(String userId) {
    clerk.users().unban(userId);
  }

  public SignInToken signInToken(String userId) {
    return clerk
        .signInTokens()
        .create()
        .request(
            CreateSignInTokenRequestBody.builder().userId(userId).expiresInSeconds(3600).build())
        .call()
        .signInToken()
        .orElseThrow();
  }
}
