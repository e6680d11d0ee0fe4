package io.github.clerkjakarta.pages.jsp;

import io.github.clerkjakarta.pages.internal.Markup;
import io.github.clerkjakarta.pages.internal.PageTag;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.JspWriter;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.JspFragment;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags that write something. JSP doesn't tell a tag its name, so each has a class; all else is
 * in the table of tags.
 */
public final class PageTags {

  private PageTags() {}

  /** A tag of the table. */
  public abstract static class Tag extends SimpleTagSupport implements DynamicAttributes {

    private final PageTag tag;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

    private Tag(String name) {
      tag = PageTag.named(name);
    }

    @Override
    public void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
      attributes.put(name, value);
    }

    @Override
    public void doTag() throws JspException, IOException {
      PageContext page = (PageContext) getJspContext();
      Tag around = (Tag) findAncestorWithClass(this, Tag.class);
      Markup markup =
          tag.within(around == null ? null : around.tag).markup(page.getRequest(), attributes);
      JspFragment content = getJspBody();
      JspWriter out = page.getOut();
      out.write(markup.start());
      if (content == null) {
        out.write(markup.content());
      } else {
        content.invoke(out);
      }
      out.write(markup.end());
    }
  }

  /** {@code <clerk:scripts>}. */
  public static final class Scripts extends Tag {
    /** For the container. */
    public Scripts() {
      super("scripts");
    }
  }

  /** {@code <clerk:signIn>}. */
  public static final class SignIn extends Tag {
    /** For the container. */
    public SignIn() {
      super("signIn");
    }
  }

  /** {@code <clerk:signUp>}. */
  public static final class SignUp extends Tag {
    /** For the container. */
    public SignUp() {
      super("signUp");
    }
  }

  /** {@code <clerk:userButton>}. */
  public static final class UserButton extends Tag {
    /** For the container. */
    public UserButton() {
      super("userButton");
    }
  }

  /** {@code <clerk:userAvatar>}. */
  public static final class UserAvatar extends Tag {
    /** For the container. */
    public UserAvatar() {
      super("userAvatar");
    }
  }

  /** {@code <clerk:userProfile>}. */
  public static final class UserProfile extends Tag {
    /** For the container. */
    public UserProfile() {
      super("userProfile");
    }
  }

  /** {@code <clerk:organizationSwitcher>}. */
  public static final class OrganizationSwitcher extends Tag {
    /** For the container. */
    public OrganizationSwitcher() {
      super("organizationSwitcher");
    }
  }

  /** {@code <clerk:organizationProfile>}. */
  public static final class OrganizationProfile extends Tag {
    /** For the container. */
    public OrganizationProfile() {
      super("organizationProfile");
    }
  }

  /** {@code <clerk:organizationList>}. */
  public static final class OrganizationList extends Tag {
    /** For the container. */
    public OrganizationList() {
      super("organizationList");
    }
  }

  /** {@code <clerk:createOrganization>}. */
  public static final class CreateOrganization extends Tag {
    /** For the container. */
    public CreateOrganization() {
      super("createOrganization");
    }
  }

  /** {@code <clerk:waitlist>}. */
  public static final class Waitlist extends Tag {
    /** For the container. */
    public Waitlist() {
      super("waitlist");
    }
  }

  /** {@code <clerk:pricingTable>}. */
  public static final class PricingTable extends Tag {
    /** For the container. */
    public PricingTable() {
      super("pricingTable");
    }
  }

  /** {@code <clerk:apiKeys>}. */
  public static final class ApiKeys extends Tag {
    /** For the container. */
    public ApiKeys() {
      super("apiKeys");
    }
  }

  /** {@code <clerk:taskChooseOrganization>}. */
  public static final class TaskChooseOrganization extends Tag {
    /** For the container. */
    public TaskChooseOrganization() {
      super("taskChooseOrganization");
    }
  }

  /** {@code <clerk:taskResetPassword>}. */
  public static final class TaskResetPassword extends Tag {
    /** For the container. */
    public TaskResetPassword() {
      super("taskResetPassword");
    }
  }

  /** {@code <clerk:taskSetupMfa>}. */
  public static final class TaskSetupMfa extends Tag {
    /** For the container. */
    public TaskSetupMfa() {
      super("taskSetupMfa");
    }
  }

  /** {@code <clerk:googleOneTap>}. */
  public static final class GoogleOneTap extends Tag {
    /** For the container. */
    public GoogleOneTap() {
      super("googleOneTap");
    }
  }

  /** {@code <clerk:signInButton>}. */
  public static final class SignInButton extends Tag {
    /** For the container. */
    public SignInButton() {
      super("signInButton");
    }
  }

  /** {@code <clerk:signUpButton>}. */
  public static final class SignUpButton extends Tag {
    /** For the container. */
    public SignUpButton() {
      super("signUpButton");
    }
  }

  /** {@code <clerk:signOutButton>}. */
  public static final class SignOutButton extends Tag {
    /** For the container. */
    public SignOutButton() {
      super("signOutButton");
    }
  }

  /** {@code <clerk:menuItem>}. */
  public static final class MenuItem extends Tag {
    /** For the container. */
    public MenuItem() {
      super("menuItem");
    }
  }

  /** {@code <clerk:profilePage>}. */
  public static final class ProfilePage extends Tag {
    /** For the container. */
    public ProfilePage() {
      super("profilePage");
    }
  }

  /** {@code <clerk:profileLink>}. */
  public static final class ProfileLink extends Tag {
    /** For the container. */
    public ProfileLink() {
      super("profileLink");
    }
  }
}
