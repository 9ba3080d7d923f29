doctor-security-contact = darempred surentez : { $value }
doctor-security-contact-missing = darempred surentez ebet : n'eus ket eus /.well-known/security.txt
doctor-security-contact-missing-advice = roit ur chomlec'h a vez lennet gant unan bennak, da « serve » ha da « doctor » : PORTULAN_SECURITY_CONTACT=surentez@ho-tomani.bzh
notices-security = Kelaouiñ diwar-benn un toull surentez
notices-security-text = Kavet hoc'h eus un toull surentez ? Skrivit d'an darempred roet e /.well-known/security.txt, pe d'an aozadur a zalc'h ar staliadur-mañ. Lavarit penaos e welet, hep lenn na cheñch roadennoù tud all, hag hep direnkañ ar servij. Roit amzer d'ar skipailh da reneviñ a-raok komz eus an dra-se dirak an holl. Degemeret mat eo an enklaskoù graet a galon vat e-barzh ar reolennoù-se.
