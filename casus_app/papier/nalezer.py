def lees_na(inhoud, stuk):
    pass
