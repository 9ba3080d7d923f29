doctor-security-contact = security contact: { $value }
doctor-security-contact-missing = no security contact: /.well-known/security.txt does not exist
doctor-security-contact-missing-advice = give an address that somebody reads, to "serve" and to "doctor": PORTULAN_SECURITY_CONTACT=security@your-domain.example
notices-security = Reporting a security weakness
notices-security-text = Found a weakness? Write to the contact given at /.well-known/security.txt, or to the organisation that runs this installation. Say how to see it, without reading or changing other people's data, and without disturbing the service. Leave the team time to mend it before you speak of it in public. Research done in good faith within these lines is welcome.
